/** Events as rows in PostgreSQL. */
package org.openimr.sink.database;
