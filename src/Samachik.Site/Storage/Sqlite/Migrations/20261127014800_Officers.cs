using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samachik.Site.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Officers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_member_journeys_members_member_id",
                table: "member_journeys");

            migrationBuilder.AddColumn<byte[]>(
                name: "name_hash",
                table: "sign_up_journeys",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "register_missed_at",
                table: "sign_up_journeys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "code_hash",
                table: "recovery_waits",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "phone_cipher",
                table: "recovery_waits",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "phone_hash",
                table: "recovery_waits",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "phone_hash",
                table: "outgoing_messages",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prefer",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "name_hash",
                table: "members",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    effective_at = table.Column<long>(type: "INTEGER", nullable: false),
                    thai_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    thai_text = table.Column<string>(type: "TEXT", nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_text = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    dropped_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dropped_why = table.Column<string>(type: "TEXT", nullable: true),
                    stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_versions", x => x.id);
                    table.CheckConstraint("ck_agreement_versions_approved", "(approved_at IS NULL) = (approved_by IS NULL) AND (approved_at IS NULL OR proposed_at IS NOT NULL AND dropped_at IS NULL)");
                    table.CheckConstraint("ck_agreement_versions_second_person", "approved_by <> drafted_by");
                });

            migrationBuilder.CreateTable(
                name: "data_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    words_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    assigned_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    assigned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    answer_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_requests", x => x.id);
                    table.CheckConstraint("ck_data_requests_answered", "(answered_at IS NULL) = (outcome IS NULL) AND (answered_at IS NULL) = (answer_cipher IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "day_figures",
                columns: table => new
                {
                    slot = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    counted = table.Column<long>(type: "INTEGER", nullable: false),
                    added = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_figures", x => new { x.slot, x.kind, x.label, x.step });
                });

            migrationBuilder.CreateTable(
                name: "day_hours",
                columns: table => new
                {
                    slot = table.Column<long>(type: "INTEGER", nullable: false),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_hours", x => x.slot);
                });

            migrationBuilder.CreateTable(
                name: "level_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    card_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level_before = table.Column<int>(type: "INTEGER", nullable: false),
                    is_sampled = table.Column<bool>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_in_order = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_level_proofs", x => x.id);
                    table.CheckConstraint("ck_level_proofs_two_people", "checked_by IS NULL OR checked_by <> officer_id");
                    table.ForeignKey(
                        name: "FK_level_proofs_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officer_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text_cipher = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    name_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    invitation_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    invited_until = table.Column<long>(type: "INTEGER", nullable: false),
                    authenticator_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lapses_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason_cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    code_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    card_cipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    rule = table.Column<int>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.id);
                    table.CheckConstraint("ck_proposals_two_people", "decision IS NULL OR decision IN ('Withdrawn', 'Lapsed') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)");
                });

            migrationBuilder.CreateTable(
                name: "register_entries",
                columns: table => new
                {
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    birth_date_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_entries", x => x.national_id_hash);
                });

            migrationBuilder.CreateTable(
                name: "reserved_ids",
                columns: table => new
                {
                    national_id_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reserved_ids", x => x.national_id_hash);
                });

            migrationBuilder.CreateTable(
                name: "officer_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    network = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_officer_sessions_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sign_up_journeys_name_hash",
                table: "sign_up_journeys",
                column: "name_hash");

            migrationBuilder.CreateIndex(
                name: "IX_sign_up_journeys_national_id_hash",
                table: "sign_up_journeys",
                column: "national_id_hash");

            migrationBuilder.CreateIndex(
                name: "IX_sign_up_journeys_phone_hash",
                table: "sign_up_journeys",
                column: "phone_hash");

            migrationBuilder.CreateIndex(
                name: "IX_sign_up_journeys_started_at",
                table: "sign_up_journeys",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_phone_hash_id",
                table: "outgoing_messages",
                columns: new[] { "phone_hash", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_name_hash",
                table: "members",
                column: "name_hash");

            migrationBuilder.CreateIndex(
                name: "IX_code_challenges_reference",
                table: "code_challenges",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_actor_id_at",
                table: "audit_entries",
                columns: new[] { "actor_id", "at" },
                filter: "actor_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_at",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_versions_document_effective_at",
                table: "agreement_versions",
                columns: new[] { "document", "effective_at" },
                unique: true,
                filter: "approved_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_versions_document_version",
                table: "agreement_versions",
                columns: new[] { "document", "version" },
                unique: true,
                filter: "dropped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_answered_at",
                table: "data_requests",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_due_at",
                table: "data_requests",
                column: "due_at",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_member_id",
                table: "data_requests",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_national_id_hash_kind",
                table: "data_requests",
                columns: new[] { "national_id_hash", "kind" },
                unique: true,
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_number",
                table: "data_requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_level_proofs_is_sampled_is_in_order_id",
                table: "level_proofs",
                columns: new[] { "is_sampled", "is_in_order", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_level_proofs_member_id",
                table: "level_proofs",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_officer_looks_at",
                table: "officer_looks",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_officer_looks_officer_id_subject_id_at",
                table: "officer_looks",
                columns: new[] { "officer_id", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_notes_at",
                table: "officer_notes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_officer_notes_national_id_hash_id",
                table: "officer_notes",
                columns: new[] { "national_id_hash", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_sessions_last_seen_at",
                table: "officer_sessions",
                column: "last_seen_at");

            migrationBuilder.CreateIndex(
                name: "IX_officer_sessions_officer_id",
                table: "officer_sessions",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "IX_officers_invitation_hash",
                table: "officers",
                column: "invitation_hash");

            migrationBuilder.CreateIndex(
                name: "ix_officers_number",
                table: "officers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proposals_decision_id",
                table: "proposals",
                columns: new[] { "decision", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_open",
                table: "proposals",
                columns: new[] { "member_id", "kind" },
                unique: true,
                filter: "decision IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_proposed_at",
                table: "proposals",
                column: "proposed_at");

            migrationBuilder.CreateIndex(
                name: "IX_reserved_ids_ends_at",
                table: "reserved_ids",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_versions");

            migrationBuilder.DropTable(
                name: "data_requests");

            migrationBuilder.DropTable(
                name: "day_figures");

            migrationBuilder.DropTable(
                name: "day_hours");

            migrationBuilder.DropTable(
                name: "level_proofs");

            migrationBuilder.DropTable(
                name: "officer_looks");

            migrationBuilder.DropTable(
                name: "officer_notes");

            migrationBuilder.DropTable(
                name: "officer_sessions");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "register_entries");

            migrationBuilder.DropTable(
                name: "reserved_ids");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropIndex(
                name: "IX_sign_up_journeys_name_hash",
                table: "sign_up_journeys");

            migrationBuilder.DropIndex(
                name: "IX_sign_up_journeys_national_id_hash",
                table: "sign_up_journeys");

            migrationBuilder.DropIndex(
                name: "IX_sign_up_journeys_phone_hash",
                table: "sign_up_journeys");

            migrationBuilder.DropIndex(
                name: "IX_sign_up_journeys_started_at",
                table: "sign_up_journeys");

            migrationBuilder.DropIndex(
                name: "IX_outgoing_messages_phone_hash_id",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "IX_members_name_hash",
                table: "members");

            migrationBuilder.DropIndex(
                name: "IX_code_challenges_reference",
                table: "code_challenges");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_actor_id_at",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_at",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "name_hash",
                table: "sign_up_journeys");

            migrationBuilder.DropColumn(
                name: "register_missed_at",
                table: "sign_up_journeys");

            migrationBuilder.DropColumn(
                name: "code_hash",
                table: "recovery_waits");

            migrationBuilder.DropColumn(
                name: "phone_cipher",
                table: "recovery_waits");

            migrationBuilder.DropColumn(
                name: "phone_hash",
                table: "recovery_waits");

            migrationBuilder.DropColumn(
                name: "phone_hash",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "prefer",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "name_hash",
                table: "members");

            migrationBuilder.AddForeignKey(
                name: "FK_member_journeys_members_member_id",
                table: "member_journeys",
                column: "member_id",
                principalTable: "members",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
