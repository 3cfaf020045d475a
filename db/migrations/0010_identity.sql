create schema identity;

-- Somebody with an account. The address is where links are sent; nobody signs in with a password.
create table identity.person (
	id     uuid primary key default gen_random_uuid(),
	email  text not null check (length(email) between 3 and 254),
	name   text not null check (length(name) between 1 and 200),
	locale text not null,
	since  timestamptz not null,
	seen_on date,
	chose_locale boolean not null default false
);
comment on column identity.person.seen_on is 'The day on which they last signed in: who never comes again is forgotten.';
comment on column identity.person.chose_locale is 'They said themselves that this is their language: it beats that of the page from which they sign in.';
create unique index one_address_one_person on identity.person (lower(email));

-- Somebody asked for a link. The link is made when the mail is sent; only its verifier is kept.
create table identity.sign_in (
	id        uuid primary key default gen_random_uuid(),
	person    uuid references identity.person on delete cascade,
	locale    text not null,
	onward    text,
	asked_at  timestamptz not null,
	verifier  bytea unique check (length(verifier) = 32),
	minted_at timestamptz,
	used_at   timestamptz,
	check ((verifier is null) = (minted_at is null)),
	check (used_at is null or minted_at is not null)
);
create index sign_in_by_time on identity.sign_in (asked_at);
create index sign_in_by_person on identity.sign_in (person);
comment on column identity.sign_in.person is 'Null when nobody has the address that was typed: it is asked for all the same, so that both take equally long.';

-- A browser in which somebody is signed in.
create table identity.session (
	id        uuid primary key default gen_random_uuid(),
	person    uuid not null references identity.person on delete cascade,
	verifier  bytea not null unique check (length(verifier) = 32),
	assurance smallint not null check (assurance in (1, 2)),
	browser   text not null,
	system    text not null,
	began_at  timestamptz not null,
	seen_at   timestamptz not null,
	ends_at   timestamptz not null
);
create index session_by_person on identity.session (person);
create index session_by_end on identity.session (ends_at);
comment on column identity.session.assurance is '1: a link sent by mail. 2: a second factor as well.';

-- The link of an empty house: whoever uses it becomes the first administrator.
create table identity.first_link (
	one       boolean primary key default true check (one),
	verifier  bytea not null check (length(verifier) = 32),
	minted_at timestamptz not null
);

create table identity.invitation (
	id           uuid primary key default gen_random_uuid(),
	email        text not null check (length(email) between 3 and 254),
	role         text not null check (role in ('administrator', 'lead')),
	until        timestamptz,
	locale       text not null,
	invited_at   timestamptz not null,
	invited_by   uuid references identity.person on delete set null,
	verifier     bytea unique check (length(verifier) = 32),
	minted_at    timestamptz,
	accepted_at  timestamptz,
	accepted_by  uuid references identity.person on delete set null,
	withdrawn_at timestamptz,
	withdrawn_by uuid references identity.person on delete set null,
	check ((verifier is null) = (minted_at is null)),
	check (accepted_at is null or minted_at is not null),
	check (num_nonnulls(accepted_at, withdrawn_at) <= 1)
);
create unique index one_open_invitation on identity.invitation (lower(email), role)
	where accepted_at is null and withdrawn_at is null;
comment on column identity.invitation.until is 'When the role ends; null: it goes on.';
comment on column identity.invitation.invited_by is 'Null: the command line of who runs the server.';

-- A person holds a role from then, until then. In force is what has begun, and has neither run out nor been ended.
create table identity.appointment (
	id        uuid primary key default gen_random_uuid(),
	person    uuid not null references identity.person on delete cascade,
	role      text not null check (role in ('administrator', 'lead')),
	since     timestamptz not null,
	until     timestamptz check (until > since),
	given_by  uuid references identity.person on delete set null,
	ended_at  timestamptz,
	ended_by  uuid references identity.person on delete set null
);
create index appointment_by_person on identity.appointment (person);
comment on column identity.appointment.given_by is 'Null: the first administrator, or the command line.';

-- Second factors.

-- An app that shows codes (TOTP, RFC 6238). Until added_at it has never shown a right one.
create table identity.app (
	id        uuid primary key default gen_random_uuid(),
	person    uuid not null references identity.person on delete cascade,
	sealed    bytea not null,
	begun_at  timestamptz not null,
	added_at  timestamptz,
	last_step bigint not null default 0
);
create unique index one_app on identity.app (person) where added_at is not null;
create unique index one_app_begun on identity.app (person) where added_at is null;
comment on column identity.app.sealed is 'The secret, sealed with the key of this server (AES-256-GCM).';
comment on column identity.app.last_step is 'The half-minute of the last code taken: no code is taken twice.';

create table identity.passkey (
	id         uuid primary key default gen_random_uuid(),
	person     uuid not null references identity.person on delete cascade,
	credential text not null unique,
	public_key bytea not null,
	counter    bigint not null,
	transports text[] not null,
	name       text not null check (length(name) <= 100),
	synced     boolean not null,
	added_at   timestamptz not null,
	used_at    timestamptz
);
create index passkey_by_person on identity.passkey (person);

-- What a passkey is asked to sign; each once, within minutes.
create table identity.challenge (
	verifier bytea primary key check (length(verifier) = 32),
	purpose  text not null check (purpose in ('add', 'give', 'sign-in')),
	session  uuid references identity.session on delete cascade,
	made_at  timestamptz not null,
	check ((purpose = 'sign-in') = (session is null))
);
create index challenge_by_time on identity.challenge (made_at);

create table identity.recovery_code (
	person   uuid not null references identity.person on delete cascade,
	verifier bytea not null check (length(verifier) = 32),
	made_at  timestamptz not null,
	used_at  timestamptz,
	primary key (person, verifier)
);

-- Somebody lost their second factor: one administrator asks, another one decides, and neither is the person.
create table identity.reset (
	id           uuid primary key default gen_random_uuid(),
	person       uuid not null references identity.person on delete cascade,
	asked_by     uuid not null references identity.person on delete cascade,
	asked_at     timestamptz not null,
	decided_by   uuid references identity.person on delete set null,
	decided_at   timestamptz,
	agreed       boolean,
	constraint nobody_asks_for_themselves check (asked_by <> person),
	constraint two_administrators check (decided_by <> asked_by and decided_by <> person),
	check ((decided_at is null) = (agreed is null))
);
create unique index one_open_reset on identity.reset (person) where decided_at is null;

-- How often something was tried. Nobody can be found from it: the key is a hash, and rows go after a day.
create unlogged table identity.attempt (
	key   text primary key,
	count integer not null,
	until timestamptz not null
);
create index attempt_by_end on identity.attempt (until);
