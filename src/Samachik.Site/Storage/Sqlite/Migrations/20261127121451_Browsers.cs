using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samachik.Site.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Browsers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_members_closing_at",
                table: "members");

            migrationBuilder.DropIndex(
                name: "IX_known_browsers_member_id_browser_id",
                table: "known_browsers");

            migrationBuilder.CreateIndex(
                name: "IX_members_closing_at",
                table: "members",
                column: "closing_at",
                filter: "closing_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_known_browsers_browser_id_member_id",
                table: "known_browsers",
                columns: new[] { "browser_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_known_browsers_member_id",
                table: "known_browsers",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_members_closing_at",
                table: "members");

            migrationBuilder.DropIndex(
                name: "IX_known_browsers_browser_id_member_id",
                table: "known_browsers");

            migrationBuilder.DropIndex(
                name: "IX_known_browsers_member_id",
                table: "known_browsers");

            migrationBuilder.CreateIndex(
                name: "IX_members_closing_at",
                table: "members",
                column: "closing_at");

            migrationBuilder.CreateIndex(
                name: "IX_known_browsers_member_id_browser_id",
                table: "known_browsers",
                columns: new[] { "member_id", "browser_id" },
                unique: true);
        }
    }
}
