-- That a group agreed on a box of its canvas, until the box changes, somebody takes it back, or it is agreed again.
create table boards.agreement (
	id       uuid primary key default gen_random_uuid(),
	board    uuid not null references boards.board on delete cascade,
	box      text not null check (length(box) between 1 and 40),
	change   bigint not null,
	at       timestamptz not null,
	by       uuid,
	ended_at timestamptz,
	ended_by uuid
);
create unique index one_agreement_a_box on boards.agreement (board, box) where ended_at is null;
comment on column boards.agreement.change is 'The change of the board that it is. A later one in this box makes the box begun again.';

-- What a note points at outside its board: a note of another board of its campaign, or an address.
create table boards.pointer (
	id        uuid primary key default gen_random_uuid(),
	note      uuid not null references boards.note on delete cascade,
	target    uuid references boards.note on delete cascade,
	address   text check (length(address) <= 2000),
	says      text not null default '' check (length(says) <= 200),
	is_source boolean not null default false,
	at        timestamptz not null,
	by        uuid,
	ended_at  timestamptz,
	ended_by  uuid,
	check ((target is null) <> (address is null)),
	check (address is null or says <> '')
);
create index pointer_by_note on boards.pointer (note) where ended_at is null;
create index pointer_by_target on boards.pointer (target) where ended_at is null;
comment on column boards.pointer.is_source is 'The note was copied from there.';
