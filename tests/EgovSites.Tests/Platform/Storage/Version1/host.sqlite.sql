PRAGMA journal_mode=WAL;
CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "FullName" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "Headlines" (
    "TenantId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "ShownAt" INTEGER NOT NULL,
    "StartsAt" INTEGER NULL,
    "Deadline" INTEGER NULL,
    "Topic" TEXT NULL,
    "KindGroup" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "PictureJson" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "SortKey" TEXT NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_Headlines" PRIMARY KEY ("TenantId", "ItemId", "Culture"),
    CONSTRAINT "FK_Headlines_Tenants_TenantId" FOREIGN KEY ("TenantId") REFERENCES "Tenants" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Invitations" (
    "CodeHash" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "Email" TEXT NOT NULL,
    "InvitedBy" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL
);

CREATE TABLE "Memberships" (
    "EditorId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("EditorId", "TenantId"),
    CONSTRAINT "FK_Memberships_AspNetUsers_EditorId" FOREIGN KEY ("EditorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

CREATE TABLE "TenantHosts" (
    "Host" TEXT NOT NULL CONSTRAINT "PK_TenantHosts" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    CONSTRAINT "FK_TenantHosts_Tenants_TenantId" FOREIGN KEY ("TenantId") REFERENCES "Tenants" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Tenants" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Tenants" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "Accent" TEXT NOT NULL,
    "Emblem" TEXT NOT NULL,
    "Standard" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Body_En" TEXT NOT NULL,
    "Body_Ru" TEXT NOT NULL,
    "Body_Tg" TEXT NOT NULL,
    "Name_En" TEXT NOT NULL,
    "Name_Ru" TEXT NOT NULL,
    "Name_Tg" TEXT NOT NULL
);

CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");

CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");

CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");

CREATE INDEX "IX_Headlines_Culture_Section_Deadline" ON "Headlines" ("Culture", "Section", "Deadline");

CREATE INDEX "IX_Headlines_Culture_Section_ShownAt_TenantId" ON "Headlines" ("Culture", "Section", "ShownAt", "TenantId");

CREATE INDEX "IX_Headlines_TenantId_Culture_Section_ShownAt" ON "Headlines" ("TenantId", "Culture", "Section", "ShownAt");

CREATE INDEX "IX_Invitations_TenantId" ON "Invitations" ("TenantId");

CREATE INDEX "IX_Memberships_TenantId" ON "Memberships" ("TenantId");

CREATE INDEX "IX_TenantHosts_TenantId" ON "TenantHosts" ("TenantId");

CREATE UNIQUE INDEX "IX_Tenants_Slug" ON "Tenants" ("Slug");

CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");

PRAGMA user_version=1;
