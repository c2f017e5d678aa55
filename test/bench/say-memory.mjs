/** Loaded before a program: when it ends, it says its largest resident set in kilobytes. */
process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
