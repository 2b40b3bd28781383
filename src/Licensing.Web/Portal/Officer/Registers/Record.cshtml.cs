using Licensing.Casework.Acts;
using Licensing.Casework.Registers;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Registers;

/// <summary>Records an entry of a register, or one that is to take the place of another.</summary>
public sealed class Record(
    ActingFor actingFor,
    DirectoryOfStates directory,
    RegistersOnFile onFile,
    KeepRegisters registers
) : OfficerPage(actingFor, directory)
{
    public static readonly IReadOnlyList<Choice> YesOrNo = [new("true", "Yes"), new("false", "No")];

    [FromRoute(Name = "register")]
    public string Its { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Replaces { get; set; }

    /// <summary>By question; none is there that nobody answered.</summary>
    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = [];

    [BindProperty]
    public Dictionary<string, DateOnly?> Days { get; set; } = [];

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public RegisterForm Form => RegisterForm.Named(Its);

    public EntryView? Replaced { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under(
            $"Record: {Form.Title.ToLowerInvariant()}",
            new("Cases", "/officer"),
            new("Registers", "/officer/registers"),
            new(Form.Title, $"/officer/registers/{Its}")
        );
        if (Replaces is { } id)
            Replaced = await onFile.Find(Acting, id, Cancel);
        // Every answer has a place to stand, whether or not anything was written.
        foreach (var question in Form.Questions)
        {
            Texts.TryAdd(question.Name, null);
            Days.TryAdd(question.Name, null);
        }
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            async () =>
            {
                var content = Form.Content(Texts, Days, Remark, Field);
                try
                {
                    await registers.Record(Acting, Its, new EntryGiven(content, Source, Replaces), Cancel);
                }
                catch (MalformedException mistake)
                {
                    throw new MalformedException([.. mistake.Problems.Select(p => p with { Field = InForm(p.Field) })]);
                }
            },
            "It is on record.",
            $"/officer/registers/{Its}",
            OnGetAsync
        );

    // "content.fleet.AX9" is the answer to "fleet".
    private string InForm(string field) =>
        field.Split('.', '[') is ["content", var name, ..] && Form.Questions.Any(q => q.Name == name)
            ? Field(name)
            : field;

    private string Field(string name) =>
        Form.Questions.Single(q => q.Name == name).Kind == AnswerKind.Day ? $"Days[{name}]" : $"Texts[{name}]";
}
