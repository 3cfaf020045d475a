alter table boards.note add column votes integer not null default 0 check (votes >= 0);
comment on column boards.note.votes is 'Dots that were given to it in rooms, once each vote is over. Whose they were is not kept.';

-- A room is open: people without an account work on a board from their phones.
create table boards.room (
	id           uuid primary key default gen_random_uuid(),
	board        uuid not null references boards.board on delete cascade,
	code         text check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
	names        boolean not null,
	dots         integer not null check (dots between 1 and 20),
	notes_before integer not null,
	step         integer not null default 0 check (step >= 0),
	step_ends_at timestamptz,
	edition      integer not null default 1,
	is_locked    boolean not null default false,
	opened_at    timestamptz not null,
	opened_by    uuid,
	closed_at    timestamptz,
	constraint one_code_one_room unique (code),
	constraint code_while_open check ((code is null) = (closed_at is not null))
);
create unique index one_open_room_a_board on boards.room (board) where closed_at is null;
comment on column boards.room.code is 'What is typed on a phone to come in. It goes as the room closes.';
comment on column boards.room.names is 'May people say what they are called? Not where nobody is named on the board, or who takes part is hidden.';
comment on column boards.room.notes_before is 'The last number of a note before it opened.';
comment on column boards.room.is_locked is 'Nobody new comes in, whoever has the code.';
comment on column boards.room.edition is 'Counts what the facilitator did: steps, time.';

-- Somebody in a room. All of it goes as the room closes.
create table boards.participant (
	id        uuid primary key default gen_random_uuid(),
	room      uuid not null references boards.room on delete cascade,
	verifier  bytea not null,
	called    text check (length(called) between 1 and 60),
	joined_at timestamptz not null,
	constraint one_cookie_one_participant unique (verifier)
);
create index participant_by_room on boards.participant (room);

-- Who wrote which note, so that they can reword it while the room is open.
create table boards.penned (
	note        uuid primary key references boards.note on delete cascade,
	participant uuid not null references boards.participant on delete cascade
);
create index penned_by_participant on boards.penned (participant);

-- Where somebody stands, which nobody else sees before all of it is shown.
create table boards.stance (
	participant uuid primary key references boards.participant on delete cascade,
	text        text not null check (length(text) <= 2000),
	x           integer not null check (x between 0 and 100),
	y           integer check (y between 0 and 100)
);

-- Dots while a vote goes on.
create table boards.dot (
	participant uuid not null references boards.participant on delete cascade,
	note        uuid not null references boards.note on delete cascade,
	dots        integer not null check (dots > 0),
	primary key (participant, note)
);
create index dot_by_note on boards.dot (note);
