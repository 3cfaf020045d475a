-- That coordinators and data stewards were told that a note about somebody is to be looked at again: once, and once more.
create table boards.review_reminder (
	note      uuid not null references boards.note on delete cascade,
	review_on date not null,
	turn      integer not null check (turn in (1, 2)),
	told_on   date not null,
	primary key (note, review_on, turn)
);
comment on column boards.review_reminder.review_on is 'The day that it was told of. Whoever gives the note a new day is told of that one again.';
