// Prints the first item decisions of the topic as a JSON array.
// Usage: node read-item-decisions.js BROKER REGISTRY COUNT
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs')
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const lz4 = require('lz4js')

const TOPIC = 'imr.item-decisions.v1'
const [broker, host, count] = process.argv.slice(2)

// KafkaJS leaves lz4 to its users
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async encoder => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async buffer => Buffer.from(lz4.decompress(buffer)),
})

async function main() {
  const registry = new SchemaRegistry({ host })
  const kafka = new Kafka({ clientId: 'node-client', brokers: [broker], logLevel: logLevel.ERROR })
  const consumer = kafka.consumer({ groupId: 'node-client-' + process.pid })
  await consumer.connect()
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true })
  const decisions = new Map()
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, crash => crash.payload.restart || reject(crash.payload.error))
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        if (message.value === null) return
        // a consumer that was restarted begins again
        decisions.set(`${partition}/${message.offset}`, await registry.decode(message.value))
        if (decisions.size === Number(count)) resolve()
      },
    })
  })
  await consumer.disconnect()
  process.stdout.write(JSON.stringify([...decisions.values()], (key, value) => (typeof value === 'bigint' ? Number(value) : value)))
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
