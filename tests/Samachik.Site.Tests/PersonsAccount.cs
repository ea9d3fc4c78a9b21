using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests;

/// <summary>A person's account at a site.</summary>
public static class PersonsAccount
{
    /// <summary>The account of this person's ID number; null when there is none.</summary>
    public static Task<MemberRow?> MemberAsync(this Person person, TestSite site)
    {
        Assert.True(Rules.People.NationalId.TryParse(person.NationalId, false, out var id, out _), "Not an ID number.");
        var hash = site.Service<LookupHash>().Of(id);
        return site.LookAsync(db => db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.NationalIdHash == hash));
    }
}
