using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Officers;

/// <summary>The table of roles and permissions.</summary>
public sealed class RolePermissionsTests
{
    [Fact]
    public void Every_role_may_use_the_console_and_every_permission_is_somebody_s()
    {
        Assert.All(Enum.GetValues<OfficerRole>(), role => Assert.True(RolePermissions.May(role, Permission.UseConsole)));
        Assert.All(
            Enum.GetValues<Permission>(), permission => Assert.Contains(Enum.GetValues<OfficerRole>(), role => RolePermissions.May(role, permission)));
    }

    [Theory]
    [InlineData(OfficerRole.Administrator)]
    [InlineData(OfficerRole.Moderator)]
    public void Who_runs_the_staff_or_the_board_sees_no_member_s_data(OfficerRole role)
    {
        Assert.False(RolePermissions.May(role, Permission.SeePeople));
        Assert.False(RolePermissions.May(role, Permission.UnmaskData));
    }
}
