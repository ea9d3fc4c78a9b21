using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Bench.Peers.Pages;

/// <summary>Ten fields that must be filled in, as the framework makes them, and nothing else.</summary>
[BindProperties]
public sealed class FormModel : PageModel
{
    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string One { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Two { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Three { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Four { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Five { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Six { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Seven { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Eight { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Nine { get; set; } = "";

    /// <summary>A field.</summary>
    [Required, StringLength(100)] public string Ten { get; set; } = "";
}
