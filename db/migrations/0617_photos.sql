-- A photo of the paper from which a board is typed up. It can show faces and handwriting: it goes, unless somebody keeps it.
create table boards.photo (
	id      uuid primary key default gen_random_uuid(),
	board   uuid not null references boards.board on delete cascade,
	number  integer not null check (number > 0),
	file    uuid not null unique,
	put_at  timestamptz not null,
	put_by  uuid,
	until   timestamptz,
	kept_at timestamptz,
	kept_by uuid,
	constraint one_number_one_photo unique (board, number),
	check ((until is null) = (kept_at is not null)),
	check (kept_by is null or kept_at is not null)
);
create index photo_by_until on boards.photo (until) where until is not null;
comment on column boards.photo.put_by is 'Who put it there. Null: on a board on which nobody is named.';
comment on column boards.photo.until is 'When it is destroyed if nobody does so before. Null: it is kept with its board.';
