import { interviewsCalendar } from '#areas/programmes';
import { listInterviews } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(listInterviews, {
	as: (view) =>
		download(interviewsCalendar(view, new Date()), 'interviews.ics', 'text/calendar; charset=utf-8')
});
