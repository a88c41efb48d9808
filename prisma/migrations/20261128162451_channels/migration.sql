-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('NOTHING', 'PORTAL', 'AT_ONCE', 'DAILY', 'WEEKLY');

-- CreateTable
CREATE TABLE "ChannelChoice" (
    "userId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "before" "Channel",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChannelChoice_pkey" PRIMARY KEY ("userId","topic")
);

-- CreateTable
CREATE TABLE "MailRhythm" (
    "userId" UUID NOT NULL,
    "hour" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL,
    "quietFrom" INTEGER NOT NULL,
    "quietTo" INTEGER NOT NULL,

    CONSTRAINT "MailRhythm_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "MailSilence" (
    "userId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailSilence_pkey" PRIMARY KEY ("userId","threadId")
);

-- CreateTable
CREATE TABLE "Posting" (
    "notificationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "mailId" UUID,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("notificationId")
);

-- CreateTable
CREATE TABLE "NoticeMail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "digest" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Posting_mailId_dueAt_idx" ON "Posting"("mailId", "dueAt");

-- CreateIndex
CREATE INDEX "Posting_userId_mailId_idx" ON "Posting"("userId", "mailId");

-- CreateIndex
CREATE INDEX "NoticeMail_sentAt_createdAt_idx" ON "NoticeMail"("sentAt", "createdAt");

-- CreateIndex
CREATE INDEX "NoticeMail_userId_idx" ON "NoticeMail"("userId");

-- AddForeignKey
ALTER TABLE "ChannelChoice" ADD CONSTRAINT "ChannelChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailRhythm" ADD CONSTRAINT "MailRhythm_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailSilence" ADD CONSTRAINT "MailSilence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "NoticeMail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeMail" ADD CONSTRAINT "NoticeMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
