using Licensing.Casework.StateDirectory;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Web.TagHelpers;

namespace Licensing.Web.Portal;

/// <summary>States by the names that the directory gives them; one that it does not know keeps its code.</summary>
public sealed class StateNames(IReadOnlyList<StateView> states)
{
    private readonly Dictionary<Country, StateView> known = states.ToDictionary(s => s.Code);

    public string this[Country state] => known.TryGetValue(state, out var found) ? found.Name : state.Code;

    /// <summary>A party as a State's paper names it: name, State, registration number where it gives one.</summary>
    public string Party(NamedParty party) => Written.Party(party, this[party.State]);

    public string TimeZone(Country state) => known.TryGetValue(state, out var found) ? found.TimeZone : "UTC";

    public IReadOnlyList<Choice> Choices => [.. states.Select(s => new Choice(s.Code.Code, s.Name))];
}

/// <summary>Something to be shown in which States are named.</summary>
public sealed record Shown<T>(T What, StateNames Names);
