using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samachik.Site.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "avoid",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "delivery_at",
                table: "outgoing_messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gateway_id",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_bound",
                table: "outgoing_messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "prefix",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refusal",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "network",
                table: "code_challenges",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prefix",
                table: "code_challenges",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gateway_switches",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gateway_switches", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "guard_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    verified = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    journey_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guard_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send_tallies",
                columns: table => new
                {
                    scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    slot = table.Column<long>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    verified = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send_tallies", x => new { x.scope, x.key, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "stopped_numbers",
                columns: table => new
                {
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stopped_numbers", x => x.phone_hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_challenge_id",
                table: "outgoing_messages",
                column: "challenge_id");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_gateway_id",
                table: "outgoing_messages",
                column: "gateway_id");

            migrationBuilder.CreateIndex(
                name: "IX_guard_decisions_at",
                table: "guard_decisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_send_tallies_slot",
                table: "send_tallies",
                column: "slot");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gateway_switches");

            migrationBuilder.DropTable(
                name: "guard_decisions");

            migrationBuilder.DropTable(
                name: "send_tallies");

            migrationBuilder.DropTable(
                name: "stopped_numbers");

            migrationBuilder.DropIndex(
                name: "IX_outgoing_messages_challenge_id",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "IX_outgoing_messages_gateway_id",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "avoid",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "delivery_at",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "gateway_id",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "is_bound",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "prefix",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "refusal",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "network",
                table: "code_challenges");

            migrationBuilder.DropColumn(
                name: "prefix",
                table: "code_challenges");
        }
    }
}
