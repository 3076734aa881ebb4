// SPDX-License-Identifier: GPL-3.0-or-later
// What pkijs says of the signatures of PDF files: node judge.mjs ROOT.pem FILE.pdf... One line for each: file, what,
// separated by a tab. It knows no PDF, so the byte ranges are looked for in the bytes.
import fs from 'fs';
import { webcrypto } from 'crypto';
import { createRequire } from 'module';

// From the folder npm installed them to: NODE_PATH counts for require() alone.
const require = createRequire(process.env.NODE_PATH + '/');
const asn1js = require('asn1js');
const pkijs = require('pkijs');

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto, subtle: webcrypto.subtle }));
const pem = fs.readFileSync(process.argv[2], 'utf8');
const root = pkijs.Certificate.fromBER(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'));

async function judge(file, [begin, length, behind, rest]) {
    const contents = Buffer.from(file.subarray(begin + length + 1, behind - 1).toString('latin1'), 'hex');
    const covered = Buffer.concat([file.subarray(begin, begin + length), file.subarray(behind, behind + rest)]);
    const all = new pkijs.ContentInfo({ schema: asn1js.fromBER(contents).result });
    const cms = new pkijs.SignedData({ schema: all.content });
    if (cms.encapContentInfo.eContentType !== '1.2.840.113549.1.7.1')
        return 'timestamp: not asked for';
    const data = covered.buffer.slice(covered.byteOffset, covered.byteOffset + covered.length);
    const said = await cms.verify({ signer: 0, data, checkChain: true, trustedCerts: [root], extendedMode: true });
    return `${said.signatureVerified ? 'verifies' : 'does not verify'}, chain ${said.signerCertificateVerified ? 'good' : 'bad'}`;
}

for (const name of process.argv.slice(3)) {
    const file = fs.readFileSync(name);
    for (const match of file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
        const said = await judge(file, match.slice(1).map(Number)).catch(error => error.message || String(error));
        console.log(`${name}\t${said}`);
    }
}
