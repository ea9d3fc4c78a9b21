using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Samachik.Site.Storage.Postgres.Migrations
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    network = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_checks",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_key_checks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    national_id_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_proven_at = table.Column<long>(type: "bigint", nullable: false),
                    first_name_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_name_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    birth_date_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    challenge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    text_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    not_after = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<long>(type: "bigint", nullable: true),
                    gateway = table.Column<string>(type: "text", nullable: true),
                    accepted_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send_counters",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sign_up_journeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_act_at = table.Column<long>(type: "bigint", nullable: false),
                    network = table.Column<byte[]>(type: "bytea", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    agreed_at = table.Column<long>(type: "bigint", nullable: true),
                    agreement_language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    privacy_version = table.Column<string>(type: "text", nullable: true),
                    privacy_digest = table.Column<string>(type: "text", nullable: true),
                    conduct_version = table.Column<string>(type: "text", nullable: true),
                    conduct_digest = table.Column<string>(type: "text", nullable: true),
                    details_given_at = table.Column<long>(type: "bigint", nullable: true),
                    national_id_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    national_id_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    first_name_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    last_name_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    birth_date_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    sends = table.Column<int>(type: "integer", nullable: false),
                    last_sent_at = table.Column<long>(type: "bigint", nullable: true),
                    refused_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    refused_until = table.Column<long>(type: "bigint", nullable: true),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    phone_proven_at = table.Column<long>(type: "bigint", nullable: true),
                    found_registered_at = table.Column<long>(type: "bigint", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_up_journeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    network = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    journey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    withdrawn_at = table.Column<long>(type: "bigint", nullable: true)
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
