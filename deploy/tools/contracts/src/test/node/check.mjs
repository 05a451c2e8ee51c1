// Prints what is wrong with documents, a line each, and a line that counts; exit code 1 if anything is.
// Usage: node check.mjs FILE...   (asyncapi.json, *.openapi.json)
import { readFileSync } from 'node:fs'
import asyncapi from '@asyncapi/parser'
import avro from '@asyncapi/avro-schema-parser'
import { Validator } from '@seriousme/openapi-schema-validator'

const SEVERE = 1 // errors and warnings; not the hints

async function asyncApiFaults(text) {
  const parser = new asyncapi.Parser()
  parser.registerSchemaParser(avro.AvroSchemaParser())
  const { document, diagnostics } = await parser.parse(text)
  const faults = diagnostics
    .filter(each => each.severity <= SEVERE)
    .map(each => `${each.path.join('/')}: ${each.message}`)
  return { faults, parts: document ? document.messages().all().length : 0 }
}

async function openApiFaults(text) {
  const validator = new Validator()
  const result = await validator.validate(JSON.parse(text))
  const faults = result.valid ? [] : [].concat(result.errors).map(each => JSON.stringify(each))
  return { faults, parts: Object.keys(JSON.parse(text).paths).length }
}

let wrong = 0
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const { faults, parts } = await (file.endsWith('asyncapi.json') ? asyncApiFaults(text) : openApiFaults(text))
  faults.forEach(fault => console.log(`${file}: ${fault}`))
  console.log(`${file}: ${parts} messages or paths, ${faults.length} faults`)
  wrong += faults.length
}
process.exit(wrong === 0 ? 0 : 1)
