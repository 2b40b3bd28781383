using Licensing.Casework.Publishing;
using Licensing.Elsa;
using Licensing.Web;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddLicensing();
builder.AddElsaEngine();
var app = builder.Build();
if (args.Contains("--check"))
    return await app.Check(Console.Out) ? 0 : 1;
try
{
    await app.PrepareDatabase();
}
catch (Exception mistake) when (mistake is OptionsValidationException or CannotPublishException or NotMigratedException)
{
    Console.Error.WriteLine("Not started. " + mistake.Message);
    return 2;
}
app.UseLicensing();
app.UseElsaEngine();
await app.RunAsync();
return 0;
