// Runs before anything is installed, on whatever Node is there; so it is plain old JavaScript.
// On most machines an optional package brings Node 24 for every npm script. Where none exists, say so in one sentence.
'use strict'
var brought = ['linux-x64', 'linux-arm64', 'darwin-x64', 'win32-x64']
var here = process.platform + '-' + process.arch
var parts = process.versions.node.split('.').map(Number)
var enough = parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18)
if (brought.indexOf(here) < 0 && !enough) {
  console.error(
    'This project needs Node 22.18 or newer (24 is best, see .nvmrc); this is ' +
      process.versions.node +
      ' on ' +
      here +
      '.',
  )
  process.exit(1)
}
