-- A file that is still on its way: it comes in pieces, each of which stays when the connection, the browser or a
-- server goes away. Rows and pieces are deleted when it is finished or given up, and a day after its last piece.
create table files.upload (
	id          uuid primary key default gen_random_uuid(),
	owner_kind  text not null,
	owner_id    text not null,
	place       text not null,
	name        text not null check (length(name) between 1 and 200),
	medium      text,
	size        bigint check (size > 0),
	most        bigint not null check (most > 0),
	received    bigint not null default 0,
	fingerprint text not null check (length(fingerprint) <= 200),
	begun_at    timestamptz not null,
	changed_at  timestamptz not null,
	constraint no_more_than_was_announced check (received between 0 and least(coalesce(size, most), most))
);
create index upload_of_owner on files.upload (owner_kind, owner_id, place, begun_at);
create index upload_left_alone on files.upload (changed_at);
comment on column files.upload.place is 'What it is for, in the words of the area that asks: the key of a question.';
comment on column files.upload.size is 'Nothing while it is being recorded: then nobody knows yet.';
comment on column files.upload.fingerprint is 'By which the same file is known again when it is chosen a second time; made in the browser.';

create table files.piece (
	id     uuid primary key,
	upload uuid not null references files.upload on delete cascade,
	at     bigint not null check (at >= 0),
	size   integer not null check (size > 0),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	constraint piece_once unique (upload, at)
);
comment on column files.piece.id is 'Its name in the store of files, below that of its upload.';
