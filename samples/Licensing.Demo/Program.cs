using Licensing.Demo;

await DemoApplication.Run(args);
