// Runs on any Node: says what is missing where the rest could only fail to load.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This needs Node 22.18 or newer, and runs on ${process.version}. \`npm ci\` brings Node 24 along; ` +
      'if it could not (no build of it for this machine), install Node 24 and try again.',
  );
  process.exit(1);
}
