import { appointmentCalendar } from '#areas/programmes';
import { showAppointment } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(showAppointment, {
	as: (view) => download(appointmentCalendar(view), 'appointment.ics', 'text/calendar; charset=utf-8')
});
