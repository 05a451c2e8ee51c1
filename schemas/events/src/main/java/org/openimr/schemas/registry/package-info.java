/**
 * The schemas of all topics in the schema registry: registration, comparison, schema ids and
 * failures.
 */
package org.openimr.schemas.registry;
