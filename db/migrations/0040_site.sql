create schema site;

-- What the host says of itself, as far as it is the same in every language. No row: nobody has said anything yet.
create table site.host (
	one        boolean primary key default true check (one),
	name       text not null check (length(name) between 1 and 120),
	contact    text check (length(contact) between 3 and 254),
	languages  text[] not null check (cardinality(languages) > 0),
	backup_days integer check (backup_days between 0 and 3650),
	edition    integer not null default 1,
	changed_at timestamptz not null
);
comment on column site.host.backup_days is 'How long they keep back-ups, for the privacy notice; null: they have not said.';
comment on column site.host.edition is 'Rises when the words are saved, so that of two editors the second is told.';

-- What it says in one language. Empty: not said in this one.
create table site.wording (
	locale text primary key,
	lead   text not null,
	about  text not null,
	foot   text not null,
	privacy text not null
);

-- The host's own loud colour. No row: Placard's.
create table site.accent (
	one    boolean primary key default true check (one),
	colour text not null check (colour ~ '^#[0-9a-f]{6}$')
);

create table site.logo (
	one        boolean primary key default true check (one),
	file       uuid not null,
	width      integer not null check (width > 0),
	height     integer not null check (height > 0),
	shows_name boolean not null
);
comment on column site.logo.shows_name is 'The picture already holds the name, which then does not stand beside it.';
