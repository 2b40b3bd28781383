using System.Text.Json;

namespace Licensing.Journey;

/// <summary>Tells how a case came out, from the officer's view of it: the licence with its particulars of Art. 10(3), the refusal, or
/// what the case waits for.</summary>
internal static class Closing
{
    public static Ending EndingOf(JsonElement file)
    {
        var status = file.GetProperty("progress").GetProperty("status").GetString();
        var permits = file.GetProperty("permittedActs").EnumerateArray().Select(a => a.GetString()).ToList();
        return status switch
        {
            "granted" => Ending.Granted,
            "refused" => Ending.Refused,
            "withdrawn" => Ending.Withdrawn,
            _ when permits.Contains("decide") => Ending.AwaitingDecision,
            _ when permits.Contains("recommend") => Ending.WithOfficer,
            _ when permits.Contains("answer-transit") => Ending.WaitingForTransit,
            _ => Ending.WaitingForImportingState,
        };
    }

    public static async Task Tell(TextWriter told, JsonElement file)
    {
        await told.WriteLineAsync();
        foreach (var line in Lines(file))
            await told.WriteLineAsync($"    {line}");
    }

    private static IEnumerable<string> Lines(JsonElement file)
    {
        if (file.TryGetProperty("licence", out var licence))
            return
            [
                .. OfLicence(licence.GetProperty("content")),
                .. file.TryGetProperty("stay", out var stay) ? OfStay(stay) : [],
            ];
        if (file.TryGetProperty("authorisation", out var authorisation))
            return OfAuthorisation(authorisation.GetProperty("content"));
        if (file.TryGetProperty("decision", out var decision))
            return
            [
                $"Refused: {string.Join(", ", Texts(decision, "reasons").Select(r => r.Replace('-', ' ')))}.",
                decision.GetProperty("textForApplicant").GetString()!,
            ];
        var progress = file.GetProperty("progress");
        return
        [
            $"{progress.GetProperty("step").GetString()}. {progress.GetProperty("next").GetString()}",
            .. progress.TryGetProperty("by", out var by) ? [$"Last day: {by.GetString()}."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfLicence(JsonElement licence)
    {
        var consignment = licence.GetProperty("consignment");
        var transit = Texts(licence, "transitStates").ToList();
        yield return $"Export licence {Text(licence, "number")}";
        yield return $"  issued           {Text(licence, "placeOfIssue")}, {Text(licence, "issuedOn")}";
        yield return $"  expires          {Text(licence, "expiresOn")}";
        yield return $"  from             {Text(consignment, "exportingState")}";
        yield return $"  to               {Text(consignment, "importingState")}";
        yield return $"  transit          {(transit.Count == 0 ? "none" : string.Join(", ", transit))}";
        if (licence.TryGetProperty("deemed", out var deemed))
            foreach (var silent in deemed.EnumerateArray())
                yield return $"  no notice of     {Text(silent, "state")}, no objection deemed on {Text(silent, "on")} under {Text(silent, "instrument")}";
        yield return $"  final recipient  {FinalRecipient(consignment)}";
        foreach (var line in consignment.GetProperty("lines").EnumerateArray())
            yield return $"  goods            {Goods(line)}";
        foreach (var taken in licence.GetProperty("reservations").EnumerateArray())
            yield return $"  draws            {taken.GetProperty("amount")} on {Text(taken, "authorisation")} for line {taken.GetProperty("goodsLine")}";
        foreach (var condition in Texts(licence, "conditions"))
            yield return $"  condition        {condition}";
    }

    private static IEnumerable<string> OfStay(JsonElement stay)
    {
        yield return $"  back by          {Text(stay, "returnBy")}";
        foreach (var line in stay.GetProperty("lines").EnumerateArray())
            yield return $"  outstanding      {line.GetProperty("outstanding")} of {line.GetProperty("went")} of line {line.GetProperty("line")}";
    }

    private static IEnumerable<string> OfAuthorisation(JsonElement authorisation)
    {
        yield return $"Import authorisation {Text(authorisation, "number")}";
        yield return $"  issued           {Text(authorisation, "placeOfIssue")}, {Text(authorisation, "issuedOn")}";
        yield return $"  expires          {Text(authorisation, "expiresOn")}";
        yield return $"  use              {Text(authorisation, "use").Replace('-', ' ')}";
        yield return $"  from             {Text(authorisation, "exportingState")}";
        yield return $"  final recipient  {Text(authorisation.GetProperty("finalRecipient"), "name")}";
        foreach (var goods in authorisation.GetProperty("goods").EnumerateArray())
            yield return $"  goods            {goods.GetProperty("quantity").GetProperty("amount")} {Text(goods.GetProperty("quantity"), "unit")} "
                + Text(goods, "class").Replace('-', ' ');
    }

    private static string FinalRecipient(JsonElement consignment)
    {
        var party = consignment
            .GetProperty("parties")
            .EnumerateArray()
            .First(p => Text(p, "role") == "final-recipient");
        return $"{Text(party, "name")}, {Text(party, "address")}, {Text(party, "state")}";
    }

    private static string Goods(JsonElement line)
    {
        var quantity = line.GetProperty("quantity");
        return $"{quantity.GetProperty("amount")} {Text(quantity, "unit")} {Text(line, "make")} {Text(line, "model")}, "
            + $"{Text(line, "description")} (HS {Text(line, "hsCode")})";
    }

    private static string Text(JsonElement from, string member) => from.GetProperty(member).GetString()!;

    private static IEnumerable<string> Texts(JsonElement from, string member) =>
        from.GetProperty(member).EnumerateArray().Select(text => text.GetString()!);
}
