create schema api;

-- A program that acts for the member of staff who made its token, within the scopes, until it ends.
create table api.token (
	id         uuid primary key default gen_random_uuid(),
	person     uuid not null,
	name       text not null check (length(name) between 1 and 100),
	scopes     text[] not null,
	verifier   bytea not null unique check (length(verifier) = 32),
	made_at    timestamptz not null,
	ends_at    timestamptz not null check (ends_at > made_at),
	used_at    timestamptz,
	revoked_at timestamptz,
	revoked_by uuid,
	check ((revoked_at is null) = (revoked_by is null))
);
create index token_by_person on api.token (person);
comment on column api.token.used_at is 'Written down every five minutes at most.';

-- What was answered under a key of whoever asked, so that asking again does nothing again.
create table api.answered (
	token  uuid not null references api.token on delete cascade,
	key    text not null check (length(key) between 1 and 255),
	asked  bytea not null check (length(asked) = 32),
	status smallint,
	body   jsonb,
	at     timestamptz not null,
	primary key (token, key)
);
create index answered_by_time on api.answered (at);
comment on column api.answered.asked is 'A hash of what was asked: the same key for something else is refused.';

-- An address that is told what happened: ids and no more.
create table api.webhook (
	id         uuid primary key default gen_random_uuid(),
	person     uuid not null,
	url        text not null check (length(url) between 8 and 2000),
	events     text[] not null,
	secret     bytea not null,
	made_at    timestamptz not null,
	stopped_at timestamptz,
	stopped_why text check (stopped_why in ('asked', 'failing', 'left')),
	check ((stopped_at is null) = (stopped_why is null))
);
comment on column api.webhook.secret is 'Sealed: the database alone signs nothing.';

create table api.delivery (
	id         uuid primary key default gen_random_uuid(),
	webhook    uuid not null references api.webhook on delete cascade,
	event      text not null,
	ids        jsonb not null,
	at         timestamptz not null,
	tries      smallint not null default 0,
	due_at     timestamptz,
	status     smallint,
	trouble    text,
	arrived_at timestamptz,
	check (num_nonnulls(due_at, arrived_at) <= 1)
);
create index delivery_due on api.delivery (due_at) where due_at is not null;
create index delivery_by_webhook on api.delivery (webhook, at desc);
comment on column api.delivery.due_at is 'When it is tried next. Null: it arrived, or was given up.';
