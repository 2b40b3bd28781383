using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Tests.Browser;

public enum Transport
{
    [Display(Description = "Container or general cargo")]
    Sea,
    Air,
    Road,
}

public sealed class SpecimenModel : PageModel
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
            return Page();
        TempData["Success"] = $"Saved. Shipment planned for {Input.PlannedShipmentDay:d MMMM yyyy}.";
        return RedirectToPage();
    }

    public sealed class Answers
    {
        [Required, StringLength(20)]
        public string? Reference { get; set; }

        [Required, EmailAddress, Display(Name = "Contact email")]
        public string? Email { get; set; }

        [Range(1, 100000)]
        public int? Quantity { get; set; }

        public decimal? Value { get; set; }

        [Required]
        public string? EndUse { get; set; }

        [Required]
        public string? ImportingState { get; set; }

        [Required]
        public Transport? Transport { get; set; }

        [Required]
        public bool? Reexport { get; set; }

        public string? ReexportState { get; set; }

        [MinLength(1)]
        public List<string> Goods { get; set; } = [];

        [Required]
        public DateOnly? PlannedShipmentDay { get; set; }

        [Required]
        public IFormFile? EndUserCertificate { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Confirm that the particulars are correct")]
        public bool Declaration { get; set; }
    }
}
