using Licensing.Endurance;

return await EnduranceCommand.Make().Parse(args).InvokeAsync();
