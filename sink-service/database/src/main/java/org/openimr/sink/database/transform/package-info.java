/** Makes events fit for columns: a row holds no nested value and no time without a zone. */
package org.openimr.sink.database.transform;
