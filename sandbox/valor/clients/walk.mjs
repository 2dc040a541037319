// Reads every recording as the vendor's JavaScript sample does, and prints their ids, one a line.
//   node walk.mjs <API address> <token> [limit] [athlete]
import axios from 'axios'

const [api, jwt, limit = '', athleteID = ''] = process.argv.slice(2)

/** The first token is an empty text, as JSON. */
let continuationToken = JSON.stringify('')
const all = []
while (continuationToken !== 'null' && continuationToken !== '"null"') {
  const { data } = await axios.get(`${api}/sessions`, {
    headers: { 'X-Continuation-Token': continuationToken, Authorization: `Bearer ${jwt}` },
    params: { limit, athleteID },
  })
  if (data.statusCode !== 200) throw new Error(`The answer's statusCode is ${data.statusCode}.`)
  all.push(...JSON.parse(data.body))
  continuationToken = JSON.stringify(data['X-Continuation-Token'])
}
for (const session of all) console.log(session['Session ID'])
