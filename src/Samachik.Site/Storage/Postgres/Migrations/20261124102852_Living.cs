using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samachik.Site.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Living : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_code_challenges_sign_up_journeys_journey_id",
                table: "code_challenges");

            migrationBuilder.DropIndex(
                name: "IX_code_challenges_journey_id",
                table: "code_challenges");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_member_id",
                table: "audit_entries");

            migrationBuilder.RenameColumn(
                name: "journey_id",
                table: "code_challenges",
                newName: "sign_up_journey_id");

            migrationBuilder.AlterColumn<Guid>(
                name: "sign_up_journey_id",
                table: "code_challenges",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.RenameColumn(
                name: "phone_hash",
                table: "code_challenges",
                newName: "address_hash");

            migrationBuilder.AlterColumn<byte[]>(
                name: "national_id_hash",
                table: "members",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "closing_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "email_cipher",
                table: "members",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "email_hash",
                table: "members",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "email_proven_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "frozen_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "password_changed_at",
                table: "members",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "recovered_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "suspended_at",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "suspended_until",
                table: "members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "suspension_rule",
                table: "members",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "version",
                table: "members",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "member_sessions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "network",
                table: "member_sessions",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<long>(
                name: "proven_at",
                table: "member_sessions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "member_journey_id",
                table: "code_challenges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "actor",
                table: "audit_entries",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Member");

            migrationBuilder.AddColumn<Guid>(
                name: "actor_id",
                table: "audit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "audit_entries",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "mac",
                table: "audit_entries",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                table: "audit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    after_entry = table.Column<long>(type: "bigint", nullable: false),
                    last_entry = table.Column<long>(type: "bigint", nullable: false),
                    chain = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_head = table.Column<byte[]>(type: "bytea", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<long>(type: "bigint", nullable: false),
                    key_id = table.Column<int>(type: "integer", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "disavowals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    previous_phone_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    previous_email_cipher = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disavowals", x => x.id);
                    table.ForeignKey(
                        name: "FK_disavowals_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    national_id_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    note_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    network = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_browsers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    browser_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    remembered_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_browsers", x => x.id);
                    table.ForeignKey(
                        name: "FK_known_browsers_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "member_journeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    national_id_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    address_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    password_as_of = table.Column<long>(type: "bigint", nullable: true),
                    return_url = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone_proven_at = table.Column<long>(type: "bigint", nullable: true),
                    email_proven_at = table.Column<long>(type: "bigint", nullable: true),
                    remembers_browser = table.Column<bool>(type: "boolean", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_act_at = table.Column<long>(type: "bigint", nullable: false),
                    network = table.Column<byte[]>(type: "bytea", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    sends = table.Column<int>(type: "integer", nullable: false),
                    last_sent_at = table.Column<long>(type: "bigint", nullable: true),
                    refused_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    refused_until = table.Column<long>(type: "bigint", nullable: true),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_journeys", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_journeys_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    content_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    not_after = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<long>(type: "bigint", nullable: true),
                    accepted_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pending_phone_changes",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    proven_at = table.Column<long>(type: "bigint", nullable: false),
                    takes_effect_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_phone_changes", x => x.member_id);
                    table.ForeignKey(
                        name: "FK_pending_phone_changes_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_waits",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    ready_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_waits", x => x.member_id);
                    table.ForeignKey(
                        name: "FK_recovery_waits_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempts",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_failed_at = table.Column<long>(type: "bigint", nullable: false),
                    opens_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_attempts", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_closing_at",
                table: "members",
                column: "closing_at");

            migrationBuilder.CreateIndex(
                name: "IX_code_challenges_member_journey_id",
                table: "code_challenges",
                column: "member_journey_id");

            migrationBuilder.CreateIndex(
                name: "IX_code_challenges_sign_up_journey_id",
                table: "code_challenges",
                column: "sign_up_journey_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_member_id_id",
                table: "audit_entries",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_disavowals_expires_at",
                table: "disavowals",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_disavowals_member_id",
                table: "disavowals",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_disavowals_token_hash",
                table: "disavowals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_asked_at",
                table: "help_requests",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_case_number",
                table: "help_requests",
                column: "case_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_national_id_hash",
                table: "help_requests",
                column: "national_id_hash");

            migrationBuilder.CreateIndex(
                name: "IX_known_browsers_expires_at",
                table: "known_browsers",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_known_browsers_member_id_browser_id",
                table: "known_browsers",
                columns: new[] { "member_id", "browser_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_journeys_last_act_at",
                table: "member_journeys",
                column: "last_act_at");

            migrationBuilder.CreateIndex(
                name: "IX_member_journeys_member_id",
                table: "member_journeys",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_state_id",
                table: "outgoing_mails",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_pending_phone_changes_takes_effect_at",
                table: "pending_phone_changes",
                column: "takes_effect_at");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_waits_ends_at",
                table: "recovery_waits",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_attempts_last_failed_at",
                table: "sign_in_attempts",
                column: "last_failed_at");

            migrationBuilder.AddForeignKey(
                name: "FK_code_challenges_member_journeys_member_journey_id",
                table: "code_challenges",
                column: "member_journey_id",
                principalTable: "member_journeys",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_code_challenges_sign_up_journeys_sign_up_journey_id",
                table: "code_challenges",
                column: "sign_up_journey_id",
                principalTable: "sign_up_journeys",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_code_challenges_member_journeys_member_journey_id",
                table: "code_challenges");

            migrationBuilder.DropForeignKey(
                name: "FK_code_challenges_sign_up_journeys_sign_up_journey_id",
                table: "code_challenges");

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "disavowals");

            migrationBuilder.DropTable(
                name: "help_requests");

            migrationBuilder.DropTable(
                name: "known_browsers");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "member_journeys");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "pending_phone_changes");

            migrationBuilder.DropTable(
                name: "recovery_waits");

            migrationBuilder.DropTable(
                name: "sign_in_attempts");

            migrationBuilder.DropIndex(
                name: "IX_members_closing_at",
                table: "members");

            migrationBuilder.DropIndex(
                name: "IX_code_challenges_member_journey_id",
                table: "code_challenges");

            migrationBuilder.DropIndex(
                name: "IX_code_challenges_sign_up_journey_id",
                table: "code_challenges");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_member_id_id",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "closing_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "email_cipher",
                table: "members");

            migrationBuilder.DropColumn(
                name: "email_hash",
                table: "members");

            migrationBuilder.DropColumn(
                name: "email_proven_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "frozen_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "password_changed_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "recovered_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "suspended_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "suspended_until",
                table: "members");

            migrationBuilder.DropColumn(
                name: "suspension_rule",
                table: "members");

            migrationBuilder.DropColumn(
                name: "version",
                table: "members");

            migrationBuilder.DropColumn(
                name: "device",
                table: "member_sessions");

            migrationBuilder.DropColumn(
                name: "network",
                table: "member_sessions");

            migrationBuilder.DropColumn(
                name: "proven_at",
                table: "member_sessions");

            migrationBuilder.DropColumn(
                name: "member_journey_id",
                table: "code_challenges");

            migrationBuilder.DropColumn(
                name: "actor",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "actor_id",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "mac",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "session_id",
                table: "audit_entries");

            migrationBuilder.RenameColumn(
                name: "address_hash",
                table: "code_challenges",
                newName: "phone_hash");

            migrationBuilder.AlterColumn<byte[]>(
                name: "national_id_hash",
                table: "members",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.RenameColumn(
                name: "sign_up_journey_id",
                table: "code_challenges",
                newName: "journey_id");

            migrationBuilder.AlterColumn<Guid>(
                name: "journey_id",
                table: "code_challenges",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_code_challenges_journey_id",
                table: "code_challenges",
                column: "journey_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_member_id",
                table: "audit_entries",
                column: "member_id");

            migrationBuilder.AddForeignKey(
                name: "FK_code_challenges_sign_up_journeys_journey_id",
                table: "code_challenges",
                column: "journey_id",
                principalTable: "sign_up_journeys",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
