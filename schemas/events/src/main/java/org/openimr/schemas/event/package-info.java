/** Serialization and headers of events, and the reasons of dead letters. */
package org.openimr.schemas.event;
