using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Tests.Browser;

public sealed class SpecimenCaseModel : PageModel
{
    [BindProperty(Name = "p", SupportsGet = true)]
    public int Shown { get; set; } = 1;

    public string Hostile { get; } = "<script>alert('x')</script> & \"quoted\"";
}
