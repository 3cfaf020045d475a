import '../reviewing/server/jobs.ts';
import '../photos/server/jobs.ts';
import '../rooms/server/jobs.ts';
