// SPDX-FileCopyrightText: The Khảo Sát authors
// SPDX-License-Identifier: GPL-3.0-or-later
// read-workbook.js FILE: the milliseconds SheetJS takes to read it, and the MB at the most.
const xlsx = require('xlsx');

const start = performance.now();
const book = xlsx.readFile(process.argv[2], { dense: true });
const milliseconds = performance.now() - start;
if (!(book.Sheets[book.SheetNames[0]]['!ref'] || '').includes(':')) process.exit(1);
console.log(milliseconds.toFixed(1), (process.resourceUsage().maxRSS / 1024).toFixed(1));
