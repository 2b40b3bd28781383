using Licensing.Cli;

return await LicensingCommand.Make().Parse(args).InvokeAsync();
