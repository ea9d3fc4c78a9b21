using Microsoft.AspNetCore.Authorization;
using Samachik.Rules.Officers;

namespace Samachik.Site.Web;

/// <summary>Only for staff whose role has a permission, as it is at this very request.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission))
{
    /// <summary>Which permission.</summary>
    public Permission Permission => permission;

    internal static string PolicyOf(Permission permission) => $"officers:{permission}";
}
