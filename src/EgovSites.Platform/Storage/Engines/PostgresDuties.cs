namespace EgovSites.Platform.Storage.Engines;

/// <summary>
/// Lets the PostgreSQL tables note, outside the wall between the sites, that one of them has something to do: in the
/// same transaction, whoever writes. Notes are only ever added, so that no writer waits for another's.
/// </summary>
internal static class PostgresDuties
{
    /// <summary>May be run again: an older store gets them, a present one keeps them.</summary>
    public const string Script = """
        CREATE OR REPLACE FUNCTION host.note_outbox() RETURNS trigger LANGUAGE plpgsql AS $duty$
        BEGIN
            INSERT INTO host."DutyNotes" ("TenantId", "At", "IsPlan")
            SELECT "TenantId", least(min("NextAttemptAt"), now()), false FROM added WHERE "SetAsideAt" IS NULL GROUP BY "TenantId";
            RETURN NULL;
        END $duty$;
        CREATE OR REPLACE FUNCTION host.note_retry() RETURNS trigger LANGUAGE plpgsql AS $duty$
        BEGIN
            INSERT INTO host."DutyNotes" ("TenantId", "At", "IsPlan") VALUES (NEW."TenantId", NEW."NextAttemptAt", false);
            RETURN NULL;
        END $duty$;
        CREATE OR REPLACE FUNCTION host.note_plan() RETURNS trigger LANGUAGE plpgsql AS $duty$
        BEGIN
            INSERT INTO host."DutyNotes" ("TenantId", "At", "IsPlan")
            SELECT NEW."TenantId", at, true FROM unnest(ARRAY[NEW."PublishAt", NEW."WithdrawAt"]) AS at WHERE at IS NOT NULL;
            RETURN NULL;
        END $duty$;
        DROP TRIGGER IF EXISTS duty ON site."Outbox";
        CREATE TRIGGER duty AFTER INSERT ON site."Outbox"
            REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION host.note_outbox();
        DROP TRIGGER IF EXISTS retry ON site."Outbox";
        CREATE TRIGGER retry AFTER UPDATE OF "SetAsideAt" ON site."Outbox" FOR EACH ROW
            WHEN (OLD."SetAsideAt" IS NOT NULL AND NEW."SetAsideAt" IS NULL) EXECUTE FUNCTION host.note_retry();
        DROP TRIGGER IF EXISTS duty ON site."Translations";
        CREATE TRIGGER duty AFTER INSERT OR UPDATE OF "PublishAt", "WithdrawAt", "PlanFailedAt", "State" ON site."Translations" FOR EACH ROW
            WHEN (NEW."PublishAt" IS NOT NULL OR NEW."WithdrawAt" IS NOT NULL) EXECUTE FUNCTION host.note_plan();

        """;

    /// <summary>What sites of an older store have to do is not known: each is looked at once.</summary>
    public const string FirstNotes = """
        INSERT INTO host."DutyNotes" ("TenantId", "At", "IsPlan")
        SELECT "Id", now(), kind FROM host."Tenants" CROSS JOIN unnest(ARRAY[true, false]) AS kind;

        """;
}
