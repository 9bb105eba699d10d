PRAGMA journal_mode=WAL;
CREATE TABLE "AppealCounters" (
    "TenantId" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_AppealCounters" PRIMARY KEY ("TenantId", "Year")
);

CREATE TABLE "AppealEvents" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "AppealId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Who" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "IsPublic" INTEGER NOT NULL,
    CONSTRAINT "PK_AppealEvents" PRIMARY KEY ("TenantId", "Id"),
    CONSTRAINT "FK_AppealEvents_Appeals_TenantId_AppealId" FOREIGN KEY ("TenantId", "AppealId") REFERENCES "Appeals" ("TenantId", "Id") ON DELETE CASCADE
);

CREATE TABLE "AppealFiles" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "AppealId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    CONSTRAINT "PK_AppealFiles" PRIMARY KEY ("TenantId", "Id"),
    CONSTRAINT "FK_AppealFiles_Appeals_TenantId_AppealId" FOREIGN KEY ("TenantId", "AppealId") REFERENCES "Appeals" ("TenantId", "Id") ON DELETE CASCADE
);

CREATE TABLE "Appeals" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "CheckCode" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Phone" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "ConsentAt" INTEGER NOT NULL,
    "DueOn" TEXT NOT NULL,
    "SubmissionKey" TEXT NOT NULL,
    "SubmissionHash" TEXT NOT NULL,
    "SearchText" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Officer" TEXT NOT NULL,
    "Answer" TEXT NOT NULL,
    "AnsweredAt" INTEGER NULL,
    "AnsweredBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_Appeals" PRIMARY KEY ("TenantId", "Id")
);

CREATE TABLE "AuditEntries" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "EditorId" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    CONSTRAINT "PK_AuditEntries" PRIMARY KEY ("TenantId", "Id")
);

CREATE TABLE "FormerSlugs" (
    "TenantId" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    CONSTRAINT "PK_FormerSlugs" PRIMARY KEY ("TenantId", "Section", "Slug", "Culture")
);

CREATE TABLE "Items" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Shared" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "BinnedAt" INTEGER NULL,
    CONSTRAINT "PK_Items" PRIMARY KEY ("TenantId", "Id")
);

CREATE TABLE "MediaFiles" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    "Widths" TEXT NOT NULL,
    "Shared" TEXT NOT NULL,
    "UploadedAt" INTEGER NOT NULL,
    "UploadedBy" TEXT NOT NULL,
    "Alt_En" TEXT NOT NULL,
    "Alt_Ru" TEXT NOT NULL,
    "Alt_Tg" TEXT NOT NULL,
    CONSTRAINT "PK_MediaFiles" PRIMARY KEY ("TenantId", "Id")
);

CREATE TABLE "Outbox" (
    "TenantId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAttemptAt" INTEGER NOT NULL,
    "SetAsideAt" INTEGER NULL,
    "Error" TEXT NOT NULL,
    CONSTRAINT "PK_Outbox" PRIMARY KEY ("TenantId", "Id")
);

CREATE TABLE "Publications" (
    "TenantId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Fields" TEXT NOT NULL,
    "ShownAt" INTEGER NOT NULL,
    "Deadline" INTEGER NULL,
    "StartsAt" INTEGER NULL,
    "Order" INTEGER NOT NULL,
    "SortKey" TEXT NOT NULL,
    "Topic" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "PublishedAt" INTEGER NOT NULL,
    "PublishedBy" TEXT NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_Publications" PRIMARY KEY ("TenantId", "ItemId", "Culture")
);

CREATE TABLE "Revisions" (
    "TenantId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Shared" TEXT NOT NULL,
    "Translations" TEXT NOT NULL,
    "SavedAt" INTEGER NOT NULL,
    "SavedBy" TEXT NOT NULL,
    CONSTRAINT "PK_Revisions" PRIMARY KEY ("TenantId", "ItemId", "Number"),
    CONSTRAINT "FK_Revisions_Items_TenantId_ItemId" FOREIGN KEY ("TenantId", "ItemId") REFERENCES "Items" ("TenantId", "Id") ON DELETE CASCADE
);

CREATE TABLE "Settings" (
    "TenantId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("TenantId", "Name")
);

CREATE TABLE "Translations" (
    "TenantId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "Fields" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "FoldedTitle" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "ChangedIn" INTEGER NOT NULL,
    "MadeFrom" INTEGER NOT NULL,
    "PublishedRevision" INTEGER NOT NULL,
    CONSTRAINT "PK_Translations" PRIMARY KEY ("TenantId", "ItemId", "Culture"),
    CONSTRAINT "FK_Translations_Items_TenantId_ItemId" FOREIGN KEY ("TenantId", "ItemId") REFERENCES "Items" ("TenantId", "Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AppealEvents_TenantId_AppealId" ON "AppealEvents" ("TenantId", "AppealId");

CREATE INDEX "IX_AppealFiles_TenantId_AppealId" ON "AppealFiles" ("TenantId", "AppealId");

CREATE UNIQUE INDEX "IX_Appeals_TenantId_Number" ON "Appeals" ("TenantId", "Number");

CREATE INDEX "IX_Appeals_TenantId_State_DueOn" ON "Appeals" ("TenantId", "State", "DueOn");

CREATE UNIQUE INDEX "IX_Appeals_TenantId_SubmissionKey" ON "Appeals" ("TenantId", "SubmissionKey");

CREATE INDEX "IX_AuditEntries_TenantId_At" ON "AuditEntries" ("TenantId", "At");

CREATE INDEX "IX_Items_TenantId_Type_ChangedAt" ON "Items" ("TenantId", "Type", "ChangedAt");

CREATE INDEX "IX_MediaFiles_TenantId_UploadedAt" ON "MediaFiles" ("TenantId", "UploadedAt");

CREATE INDEX "IX_Outbox_TenantId_SetAsideAt_NextAttemptAt" ON "Outbox" ("TenantId", "SetAsideAt", "NextAttemptAt");

CREATE INDEX "IX_Publications_TenantId_Culture_Section_ShownAt" ON "Publications" ("TenantId", "Culture", "Section", "ShownAt");

CREATE UNIQUE INDEX "IX_Publications_TenantId_Section_Slug_Culture" ON "Publications" ("TenantId", "Section", "Slug", "Culture");

PRAGMA user_version=1;
