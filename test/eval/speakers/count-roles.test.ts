import assert from "node:assert/strict"
import { test } from "vitest"
import { countRoles } from "../../../eval/speakers/count-roles.ts"

const speaker = (name: string, role: string | null, kind = "person") => ({
  source: [],
  content: [],
  speaker: [name],
  kind,
  role,
})

test("a role counts once a person, and is found where its words hold the printed ones or are held by them", () => {
  const speakers = [
    speaker("Robin Roe", "harbour master"),
    speaker("Robin Roe", "harbour master"),
    speaker("Robin Roe", "poet"),
    speaker("Ivan Hale", "mayor"),
    speaker("Lodmark Board", "regulator", "organisation"),
    speaker("Orla Vane", null),
  ]
  const entities = [
    { names: ["Roe", "Mr. Robin Roe"], roles: ["the Lodmark harbour master"] },
    { names: ["Ivan Hale"], roles: [""] },
  ]
  assert.deepEqual(countRoles({ speakers }, entities), { roles: 3, rolesFound: 1 })
})
