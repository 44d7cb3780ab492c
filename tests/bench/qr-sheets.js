// SPDX-FileCopyrightText: The Khảo Sát authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// qr-sheets.js LINKS.csv FONT.ttf OUT.pdf: the peer of the annex: twelve captioned codes on each A4 sheet, drawn as
// runs of modules, by pdfkit and qrcode. LINKS.csv: code,name,token,url as khaosat-cli links prints it.
const fs = require('fs');
const PDFDocument = require('pdfkit');
const QRCode = require('qrcode');

const MM = 72 / 25.4;
const SIZE = 28 * MM;

function drawCode(doc, url, left, top) {
  const { size, data } = QRCode.create(url, { errorCorrectionLevel: 'M' }).modules;
  const module = SIZE / size;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const first = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      doc.rect(left + first * module, top + y * module, (x - first + 1) * module, module);
    }
  }
  doc.fill();
}

const [links, font, output] = process.argv.slice(2);
const rows = fs.readFileSync(links, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
doc.pipe(fs.createWriteStream(output));
rows.forEach(([, name, token, url], i) => {
  const place = i % 12;
  if (place === 0) doc.addPage();
  const left = (25 + (place % 3) * 60) * MM;
  const top = (20 + Math.floor(place / 3) * 65) * MM;
  drawCode(doc, url, left, top);
  doc.font(font).fontSize(10).text(name, left, top + SIZE + 6, { lineBreak: false });
  doc.text(token, left, top + SIZE + 20, { lineBreak: false });
});
doc.end();
