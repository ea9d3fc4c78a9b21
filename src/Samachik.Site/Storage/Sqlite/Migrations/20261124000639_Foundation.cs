using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samachik.Site.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    network = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_checks",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_key_checks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    national_id_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_proven_at = table.Column<long>(type: "INTEGER", nullable: false),
                    first_name_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_name_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_date_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    challenge_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    phone_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    text_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    not_after = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    retry_at = table.Column<long>(type: "INTEGER", nullable: true),
                    gateway = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send_counters",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sign_up_journeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_act_at = table.Column<long>(type: "INTEGER", nullable: false),
                    network = table.Column<byte[]>(type: "BLOB", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    agreement_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    privacy_version = table.Column<string>(type: "TEXT", nullable: true),
                    privacy_digest = table.Column<string>(type: "TEXT", nullable: true),
                    conduct_version = table.Column<string>(type: "TEXT", nullable: true),
                    conduct_digest = table.Column<string>(type: "TEXT", nullable: true),
                    details_given_at = table.Column<long>(type: "INTEGER", nullable: true),
                    national_id_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    first_name_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    last_name_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    birth_date_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    sends = table.Column<int>(type: "INTEGER", nullable: false),
                    last_sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refused_by = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    refused_until = table.Column<long>(type: "INTEGER", nullable: true),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    phone_proven_at = table.Column<long>(type: "INTEGER", nullable: true),
                    found_registered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_up_journeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    network = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "FK_acceptances_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_sessions_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "code_challenges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    journey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_challenges", x => x.id);
                    table.ForeignKey(
                        name: "FK_code_challenges_sign_up_journeys_journey_id",
                        column: x => x.journey_id,
                        principalTable: "sign_up_journeys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_member_id",
                table: "acceptances",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_member_id",
                table: "audit_entries",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_code_challenges_journey_id",
                table: "code_challenges",
                column: "journey_id");

            migrationBuilder.CreateIndex(
                name: "IX_member_sessions_last_seen_at",
                table: "member_sessions",
                column: "last_seen_at");

            migrationBuilder.CreateIndex(
                name: "IX_member_sessions_member_id",
                table: "member_sessions",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_members_national_id",
                table: "members",
                column: "national_id_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_phone_hash",
                table: "members",
                column: "phone_hash");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_state_id",
                table: "outgoing_messages",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_send_counters_ends_at",
                table: "send_counters",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_sign_up_journeys_last_act_at",
                table: "sign_up_journeys",
                column: "last_act_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptances");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "code_challenges");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "key_checks");

            migrationBuilder.DropTable(
                name: "member_sessions");

            migrationBuilder.DropTable(
                name: "outgoing_messages");

            migrationBuilder.DropTable(
                name: "send_counters");

            migrationBuilder.DropTable(
                name: "sign_up_journeys");

            migrationBuilder.DropTable(
                name: "members");
        }
    }
}
