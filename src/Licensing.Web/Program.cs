using Licensing.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddLicensing();
var app = builder.Build();
await app.PrepareDatabase();
app.UseLicensing();
await app.RunAsync();
