/** What the services share: topics, keys, serdes and the client of the schema registry. */
package org.openimr.schemas.event;
