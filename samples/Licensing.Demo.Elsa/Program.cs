using Licensing.Demo;
using Licensing.Elsa;

// The demo, with Elsa Workflows moving its cases.
await DemoApplication.Run(args, new DemoEngine(builder => builder.AddElsaEngine(), app => app.UseElsaEngine()));
