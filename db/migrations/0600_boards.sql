create schema boards;

-- A shared surface of notes, made from a template. The template is kept with it: one that changes later changes no board.
create table boards.board (
	id             uuid primary key default gen_random_uuid(),
	campaign       uuid not null references campaigns.campaign on delete cascade,
	number         integer not null check (number > 0),
	name           text not null check (length(name) between 1 and 200),
	template       jsonb not null,
	share          text not null default 'private' check (share in ('private', 'cohort', 'public')),
	hides_writers  boolean not null,
	made_at        timestamptz not null,
	made_by        uuid,
	put_away_at    timestamptz,
	notes          integer not null default 0,
	changes        bigint not null default 0,
	constraint one_number_one_board unique (campaign, number)
);
comment on column boards.board.notes is 'How many notes were ever made on it: the number of the last. Numbers stand on paper and are never used again.';
comment on column boards.board.changes is 'How many changes were made to it. Whoever makes one holds this row until it is kept, so that they are seen in their order.';

create table boards.note (
	id         uuid primary key,
	board      uuid not null references boards.board on delete cascade,
	number     integer not null check (number > 0),
	text       text not null check (length(text) <= 2000),
	kind       text not null,
	lane       text,
	x          integer check (x between 0 and 100),
	y          integer check (y between 0 and 100),
	fields     jsonb not null default '{}',
	under      uuid references boards.note on delete set null,
	place      integer not null,
	review_on  date,
	written_by uuid,
	called     text check (length(called) <= 120),
	made_at    timestamptz not null,
	struck_at  timestamptz,
	edition    integer not null default 1,
	constraint one_number_one_note unique (board, number),
	check (under is distinct from id)
);
create index note_by_board on boards.note (board) where struck_at is null;
create index note_by_review on boards.note (review_on) where review_on is not null and struck_at is null;
comment on column boards.note.written_by is 'Who wrote it. Null: somebody without an account, or the room.';
comment on column boards.note.called is 'What somebody without an account called themselves.';
comment on column boards.note.under is 'The note under which it is grouped.';

create table boards.link (
	note   uuid not null references boards.note on delete cascade,
	target uuid not null references boards.note on delete cascade,
	says   text not null,
	primary key (note, target, says),
	check (note <> target)
);

-- Every state that a note was in, the present one too: for undoing, for going back to, and for what has changed since.
create table boards.state (
	board   uuid not null references boards.board on delete cascade,
	change  bigint not null,
	note    uuid not null references boards.note on delete cascade,
	at      timestamptz not null,
	by      uuid,
	what    text not null check (what in ('made', 'fed', 'reworded', 'kept', 'moved', 'struck', 'restored', 'linked', 'grouped', 'undone')),
	content jsonb not null,
	primary key (board, change, note)
);
create index state_by_note on boards.state (note, change);
comment on column boards.state.content is 'The note as it was from then on.';

-- A moment that people want to come back to: our last meeting.
create table boards.moment (
	id    uuid primary key default gen_random_uuid(),
	board uuid not null references boards.board on delete cascade,
	name  text not null check (length(name) between 1 and 200),
	change bigint not null,
	at    timestamptz not null,
	by    uuid
);
create index moment_by_board on boards.moment (board, at);
