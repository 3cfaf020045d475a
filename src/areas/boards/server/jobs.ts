import '../rooms/server/jobs.ts';
