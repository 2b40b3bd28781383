using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Licensing.Casework.Steps;
using Licensing.Workflow;

namespace Licensing.Elsa;

/// <summary>The steps of the catalogue as activities, with their outcomes as ports, as Elsa Studio offers and shows them.</summary>
internal sealed class StepDescriptors : IActivityProvider
{
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(
        CancellationToken cancellationToken = default
    ) => new(Catalogue.Steps.Select(step => Of(step.Type)).ToList());

    private static ActivityDescriptor Of(StepType type) =>
        new()
        {
            TypeName = type.Name,
            ClrType = typeof(CaseStep),
            Namespace = "Licensing",
            Name = type.Name.Split('.')[^1],
            DisplayName = type.Name.Split('.')[^1],
            Version = 1,
            Category = "Licensing",
            Description = type.Description,
            Kind = ActivityKind.Action,
            Ports =
            [
                .. type.Outcomes.Select(outcome => new Port
                {
                    Name = outcome,
                    DisplayName = outcome,
                    Type = PortType.Flow,
                }),
            ],
            Inputs = [.. type.Inputs.Select(Of)],
            Constructor = context =>
            {
                var made = context.CreateActivity<CaseStep>();
                made.Activity.Type = type.Name;
                return made;
            },
        };

    private static InputDescriptor Of(StepInput input) =>
        new()
        {
            Name = input.Name,
            DisplayName = input.Name,
            Description = input.Description,
            Type = typeof(string),
            IsWrapped = true,
            IsSynthetic = true,
            UIHint = "singleline",
            // Casework reads its own copy of the definition; what stands here is for the designer.
            AutoEvaluate = false,
            ValueGetter = activity => activity.SyntheticProperties.GetValueOrDefault(input.Name),
            ValueSetter = (activity, value) => activity.SyntheticProperties[input.Name] = value!,
        };
}
