using System.Reflection;
using Licensing.Casework;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Domain.Licences;
using Licensing.Web;
using Licensing.Workflow;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Architecture;

/// <summary>Who may depend on whom. The rules are few and have no exceptions.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Domain = typeof(ExportLicence).Assembly;
    private static readonly Assembly Workflow = typeof(Runner).Assembly;
    private static readonly Assembly Casework = typeof(CaseworkServices).Assembly;
    private static readonly Assembly Web = typeof(LicensingApplication).Assembly;
    private static readonly Assembly Demo = typeof(DemoApplication).Assembly;

    [Fact]
    public void The_law_and_the_procedure_engine_use_the_base_class_library_alone()
    {
        Assert.All(Uses(Domain), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.All(Uses(Workflow), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Casework_knows_no_web_and_no_job_server() =>
        Assert.DoesNotContain(
            Uses(Casework),
            name =>
                name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Hangfire", StringComparison.Ordinal)
        );

    [Fact]
    public void Nothing_of_the_product_knows_the_demo() =>
        Assert.All(
            new[] { Domain, Workflow, Casework, Web },
            assembly =>
                Assert.DoesNotContain(
                    Uses(assembly),
                    name =>
                        name == Demo.GetName().Name
                        || name.StartsWith("OpenIddict", StringComparison.Ordinal)
                        || name.StartsWith("Bogus", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void No_page_and_no_endpoint_holds_a_database_context()
    {
        var holders = Web.GetTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(PageModel))
                || type.Namespace?.Contains(".Api", StringComparison.Ordinal) is true
            )
            .Where(type =>
                type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                    .Any(f => typeof(DbContext).IsAssignableFrom(f.FieldType) || f.FieldType == typeof(Database))
                || type.GetConstructors()
                    .SelectMany(c => c.GetParameters())
                    .Any(p =>
                        typeof(DbContext).IsAssignableFrom(p.ParameterType) || p.ParameterType == typeof(Database)
                    )
            );
        Assert.Empty(holders);
    }

    [Fact]
    public void The_law_neither_waits_nor_looks_at_the_clock()
    {
        Assert.DoesNotContain(
            Domain.GetTypes().SelectMany(t => t.GetMethods()),
            m => typeof(Task).IsAssignableFrom(m.ReturnType)
        );
        var sources = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "Licensing.Domain"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Concat(
                Directory.EnumerateFiles(
                    Path.Combine(Repository.Root, "src", "Licensing.Casework"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );
        Assert.All(
            sources,
            file =>
                Assert.DoesNotMatch(
                    @"\b(DateTime|DateTimeOffset)\.(Utc)?Now\b|\bDateTime\.Today\b",
                    File.ReadAllText(file)
                )
        );
    }

    [Fact]
    public void Every_class_of_the_law_is_sealed_or_static() =>
        Assert.DoesNotContain(
            Domain.GetTypes(),
            t =>
                t is { IsClass: true, IsSealed: false, IsAbstract: false }
                && !t.Name.Contains('<', StringComparison.Ordinal)
        );

    private static IEnumerable<string> Uses(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
